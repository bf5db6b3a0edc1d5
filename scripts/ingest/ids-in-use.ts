// Keeps document ids apart: the ids of all sources of the store, and a further one with a hash for who comes second.
import type { Store } from '../store.ts';
import { withHash } from './document-id.ts';

export interface IdsInUse {
  /** The id itself when it is free or already this owner's, else one with a hash of the owner. */
  give(owner: string, id: string): string;
}

export async function idsInUse(store: Store): Promise<IdsInUse> {
  const owners = new Map<string, string>();
  for (const { source, record } of await store.records()) owners.set(record.id, `${source} ${record.key}`);
  return {
    give(owner, id) {
      const free = (owners.get(id) ?? owner) === owner ? id : withHash(id, owner);
      owners.set(free, owner);
      return free;
    },
  };
}
