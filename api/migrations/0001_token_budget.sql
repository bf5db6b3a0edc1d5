-- Tokens of the model service by day (UTC): api/answer/budget.ts.
create table token_budget (
  day text primary key,
  tokens integer not null,
  calls integer not null
) without rowid;
