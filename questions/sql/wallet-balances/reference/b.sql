-- Add up each balance from the entries up to it, find the first dip, then look for the first balance after it that isn't negative.
WITH postings AS (
    SELECT
        entry_id,
        wallet_id,
        booked_at,
        CASE direction WHEN 'in' THEN amount ELSE -amount END AS change
    FROM ledger_entries
    WHERE status = 'posted'
),
balances AS (
    SELECT
        postings.wallet_id,
        postings.entry_id,
        postings.booked_at,
        COALESCE(wallets.opening_balance, 0) + (
            SELECT SUM(so_far.change)
            FROM postings AS so_far
            WHERE so_far.wallet_id = postings.wallet_id
              AND (so_far.booked_at < postings.booked_at
                   OR (so_far.booked_at = postings.booked_at AND so_far.entry_id <= postings.entry_id))
        ) AS balance
    FROM postings
    JOIN wallets ON wallets.wallet_id = postings.wallet_id
),
first_dips AS (
    SELECT DISTINCT ON (wallet_id) wallet_id, entry_id, booked_at
    FROM balances
    WHERE balance < 0
    ORDER BY wallet_id, booked_at, entry_id
),
recoveries AS (
    SELECT first_dips.wallet_id, MIN(balances.booked_at) AS back_at
    FROM first_dips
    JOIN balances
        ON balances.wallet_id = first_dips.wallet_id
       AND (balances.booked_at > first_dips.booked_at
            OR (balances.booked_at = first_dips.booked_at AND balances.entry_id > first_dips.entry_id))
    WHERE balances.balance >= 0
    GROUP BY first_dips.wallet_id
)
SELECT
    wallets.wallet_id,
    COALESCE(wallets.opening_balance, 0) + COALESCE(
        (SELECT SUM(postings.change) FROM postings WHERE postings.wallet_id = wallets.wallet_id), 0
    ) AS closing_balance,
    LEAST(
        COALESCE(wallets.opening_balance, 0),
        (SELECT MIN(balances.balance) FROM balances WHERE balances.wallet_id = wallets.wallet_id)
    ) AS lowest_balance,
    first_dips.booked_at AS below_zero_at,
    recoveries.back_at
FROM wallets
LEFT JOIN first_dips ON first_dips.wallet_id = wallets.wallet_id
LEFT JOIN recoveries ON recoveries.wallet_id = wallets.wallet_id
ORDER BY lowest_balance, wallets.wallet_id;
