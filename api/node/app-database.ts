// What visitors cause, in a file of its own: opened, brought to the tables of this version, and, once, filled with what
// version 0.1 kept in wrangler's local D1.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const MIGRATIONS = join(import.meta.dirname, '../migrations');
const FIRST_HOME = 'cloudflare/v3/d1/miniflare-D1DatabaseObject';

/** Brings `app.sqlite` of the store up to date; harmless when it is. */
export function prepareAppDatabase(storeDir: string): void {
  const path = join(storeDir, 'app.sqlite');
  const isNew = !existsSync(path);
  const sqlite = new DatabaseSync(path, { timeout: 10_000 });
  try {
    sqlite.exec('pragma journal_mode = wal; pragma synchronous = normal; begin immediate;');
    migrate(sqlite);
    sqlite.exec('commit');
    if (isNew) takeOver(sqlite, join(storeDir, FIRST_HOME));
  } finally {
    sqlite.close();
  }
}

/** The same files and the same list as `wrangler d1 migrations apply`. */
function migrate(sqlite: DatabaseSync): void {
  sqlite.exec(
    `create table if not exists d1_migrations (id integer primary key autoincrement, name text unique,
      applied_at timestamp default current_timestamp not null)`,
  );
  const applied = new Set(
    sqlite
      .prepare('select name from d1_migrations')
      .all()
      .map(({ name }) => name),
  );
  const names = readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  for (const name of names) {
    if (applied.has(name)) continue;
    sqlite.exec(readFileSync(join(MIGRATIONS, name), 'utf8'));
    sqlite.prepare('insert into d1_migrations (name) values (?)').run(name);
  }
}

function takeOver(sqlite: DatabaseSync, dir: string): void {
  const files = existsSync(dir) ? readdirSync(dir).filter((name) => name.endsWith('.sqlite')) : [];
  for (const file of files) {
    sqlite.prepare('attach ? as before').run(join(dir, file));
    const known = sqlite.prepare("select name from before.sqlite_master where name = 'report'").get();
    if (known !== undefined) {
      const columns = 'day, document_id, start, "end", index_version, reason, comment';
      sqlite.exec(`insert into report (${columns}) select ${columns} from before.report order by id;
        insert into feedback (day, answer_id, rating, comment)
          select day, answer_id, rating, comment from before.feedback order by id;
        insert or ignore into token_budget select day, tokens, calls from before.token_budget;`);
    }
    sqlite.exec('detach before');
  }
}
