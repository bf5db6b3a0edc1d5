-- What visitors tell us of sources and answers: api/reports.ts. Nothing about who they are: no address, no time of day.
create table report (
  id integer primary key,
  day text not null,
  document_id text not null,
  start integer not null,
  "end" integer not null,
  index_version text not null,
  reason text not null,
  comment text
);

create table feedback (
  id integer primary key,
  day text not null,
  answer_id text not null,
  rating text not null,
  comment text
);
