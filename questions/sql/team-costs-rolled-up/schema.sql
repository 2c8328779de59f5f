CREATE TABLE teams (
    team_id        INTEGER PRIMARY KEY,
    team_name      VARCHAR NOT NULL,
    parent_team_id INTEGER CHECK (parent_team_id < team_id),
    is_active      BOOLEAN NOT NULL
);

CREATE TABLE cloud_costs (
    team_id   INTEGER,
    billed_on DATE NOT NULL,
    service   VARCHAR NOT NULL,
    cost      DECIMAL(12, 2)
);
