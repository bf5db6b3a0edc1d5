// The pictures of scanned pages that an index names → the bundles of another home, and out of them again once no version
// of its index names them: hidden, depublished or read anew.
import type { D1Database } from '@cloudflare/workers-types';
import { tables, versionsIn } from '../../api/index/index-tables.ts';
import type { LocalEnv } from '../../api/node/local.ts';
import { hashOfPicture, pictureName } from '../../api/pictures.ts';

/** Before the index is live that names them. Those that are there already are not sent again. */
export async function putPictures(from: LocalEnv, target: LocalEnv, version: string): Promise<void> {
  const wanted = await namedIn(from.INDEX_DB, version);
  if (wanted.size === 0) return;
  const there = new Set(await picturesIn(target.BUNDLES));
  for (const hash of wanted) {
    if (there.has(hash)) continue;
    const picture = await from.BUNDLES.get(pictureName(hash));
    if (picture) await target.BUNDLES.put(pictureName(hash), await picture.arrayBuffer());
  }
}

/** After documents left the index. */
export async function dropPictures({ INDEX_DB, BUNDLES }: Pick<LocalEnv, 'INDEX_DB' | 'BUNDLES'>): Promise<void> {
  const there = await picturesIn(BUNDLES);
  if (there.length === 0) return;
  const named = new Set<string>();
  for (const version of await versionsIn(INDEX_DB))
    for (const hash of await namedIn(INDEX_DB, version)) named.add(hash);
  for (const hash of there) if (!named.has(hash)) await BUNDLES.delete(pictureName(hash));
}

async function namedIn(db: D1Database, version: string): Promise<Set<string>> {
  const sql = `select distinct scan.value ->> 'image' as image from ${tables(version).documents} d, json_each(d.head, '$.scans') scan`;
  return new Set((await db.prepare(sql).all<{ image: string }>()).results.map(({ image }) => image));
}

async function picturesIn(bundles: LocalEnv['BUNDLES']): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await bundles.list({ prefix: 'scan-', ...(cursor ? { cursor } : {}) });
    names.push(...page.objects.map(({ key }) => key));
    cursor = page.truncated ? page.cursor : undefined;
  } while (cursor);
  return names.flatMap((name) => hashOfPicture(name) ?? []);
}
