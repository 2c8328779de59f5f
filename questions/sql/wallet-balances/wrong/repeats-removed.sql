WITH movements AS (
    SELECT wallet_id, NULL AS booked_at, COALESCE(opening_balance, 0) AS change FROM wallets
    UNION
    SELECT wallet_id, booked_at, CASE WHEN direction = 'in' THEN amount ELSE -amount END FROM ledger_entries WHERE status = 'posted'
),
balances AS (
    SELECT *, SUM(change) OVER (PARTITION BY wallet_id ORDER BY booked_at NULLS FIRST) AS balance FROM movements
),
watched_balances AS (
    SELECT *, MIN(balance) OVER (PARTITION BY wallet_id ORDER BY booked_at NULLS FIRST) AS lowest_so_far FROM balances
)
SELECT wallet_id, SUM(change) AS closing_balance, MIN(balance) AS lowest_balance,
       MIN(booked_at) FILTER (WHERE balance < 0) AS below_zero_at,
       MIN(booked_at) FILTER (WHERE balance >= 0 AND lowest_so_far < 0) AS back_at
FROM watched_balances
GROUP BY wallet_id
ORDER BY lowest_balance, wallet_id;
