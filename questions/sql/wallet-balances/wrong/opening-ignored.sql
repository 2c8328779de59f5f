WITH posted_entries AS (
    SELECT
        wallet_id,
        entry_id,
        booked_at,
        CASE WHEN direction = 'in' THEN amount ELSE -amount END AS change
    FROM ledger_entries
    WHERE status = 'posted'
),
balances AS (
    SELECT
        wallets.wallet_id,
        0 AS opening_balance,
        posted_entries.entry_id,
        posted_entries.booked_at,
        posted_entries.change,
        0 + SUM(posted_entries.change) OVER (
            PARTITION BY wallets.wallet_id
            ORDER BY posted_entries.booked_at, posted_entries.entry_id
        ) AS balance
    FROM wallets
    LEFT JOIN posted_entries ON posted_entries.wallet_id = wallets.wallet_id
),
watched_balances AS (
    SELECT
        wallet_id,
        opening_balance,
        booked_at,
        change,
        balance,
        MIN(balance) OVER (PARTITION BY wallet_id ORDER BY booked_at, entry_id) AS lowest_so_far
    FROM balances
)
SELECT
    wallet_id,
    opening_balance + COALESCE(SUM(change), 0) AS closing_balance,
    LEAST(opening_balance, MIN(balance)) AS lowest_balance,
    MIN(booked_at) FILTER (WHERE balance < 0) AS below_zero_at,
    MIN(booked_at) FILTER (WHERE balance >= 0 AND lowest_so_far < 0) AS back_at
FROM watched_balances
GROUP BY wallet_id, opening_balance
ORDER BY lowest_balance, wallet_id;
