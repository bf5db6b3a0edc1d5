// What a tab keeps of a conversation when its reader wants it to.
import { expect, test } from 'vitest';
import { keepConversation, keptConversation } from '../../web/chat/kept-conversation.ts';
import { newTurn, type Turn } from '../../web/chat/turn.ts';

/** A tab's storage that holds so many characters. */
function storageOf(room: number) {
  const items = new Map<string, string>();
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem(name: string, value: string) {
      if (value.length > room) throw new DOMException('', 'QuotaExceededError');
      items.set(name, value);
    },
    removeItem: (name: string) => void items.delete(name),
    size: () => items.size,
  };
}

const turn = (question: string): Turn => ({ ...newTurn(question), state: 'done', text: 'x'.repeat(1_000) });
const questions = (turns: Turn[] | null) => turns?.map(({ question }) => question);

test('turns come back as they were, one that is still being answered does not', () => {
  const storage = storageOf(100_000);
  const turns = [turn('Eins?'), turn('Zwei?')];
  expect(keepConversation([...turns, newTurn('Drei?')], storage)).toBe(true);
  expect(keptConversation(storage)).toEqual(turns);
});

test('a full tab keeps the newest turns, and says so where not even one has room', () => {
  const storage = storageOf(2_800);
  expect(keepConversation([turn('Eins?'), turn('Zwei?'), turn('Drei?')], storage)).toBe(true);
  expect(questions(keptConversation(storage))).toEqual(['Zwei?', 'Drei?']);
  expect(keepConversation([turn('Eins?')], storageOf(500))).toBe(false);
});

test('nothing kept is null, an empty conversation that is kept is a list', () => {
  const storage = storageOf(100_000);
  expect(keptConversation(storage)).toBe(null);
  expect(keepConversation([], storage)).toBe(true);
  expect(keptConversation(storage)).toEqual([]);
});

test.each(['{"version":0,"turns":[]}', '{"version":1}', 'no json', '[]', 'null'])('%s is deleted', (kept) => {
  const storage = storageOf(100_000);
  storage.setItem('ratsauskunft-gespraech', kept);
  expect(keptConversation(storage)).toBe(null);
  expect(storage.size()).toBe(0);
});
