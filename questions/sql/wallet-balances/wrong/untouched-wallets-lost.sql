WITH balances AS (
    SELECT e.wallet_id, e.booked_at, e.entry_id, COALESCE(w.opening_balance, 0) AS opening,
           COALESCE(w.opening_balance, 0) + SUM(CASE direction WHEN 'in' THEN amount ELSE -amount END)
               OVER (PARTITION BY e.wallet_id ORDER BY e.booked_at, e.entry_id) AS balance
    FROM ledger_entries e
    JOIN wallets w USING (wallet_id)
    WHERE e.status = 'posted'
),
watched AS (
    SELECT *, MIN(balance) OVER (PARTITION BY wallet_id ORDER BY booked_at, entry_id) AS lowest_so_far FROM balances
)
SELECT wallet_id, ARG_MAX(balance, (booked_at, entry_id)) AS closing_balance,
       LEAST(MIN(opening), MIN(balance)) AS lowest_balance,
       MIN(booked_at) FILTER (WHERE balance < 0) AS below_zero_at,
       MIN(booked_at) FILTER (WHERE balance >= 0 AND lowest_so_far < 0) AS back_at
FROM watched
GROUP BY wallet_id
ORDER BY lowest_balance, wallet_id;
