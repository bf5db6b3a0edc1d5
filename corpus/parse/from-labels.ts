// Labelled units → pairs. An answer belongs to the questions that its number names, else to those right above it that
// wait; one that stands before answers with numbers is a remark of its own.
import { type Block, blocksOf } from './blocks.ts';
import { withoutSections } from './numbers.ts';
import type { SegmentedPair, Segments } from './segment.ts';
import type { Stretch } from './split.ts';
import type { Unit } from './units.ts';

type Placed = SegmentedPair & { at: number };

export function fromLabels(units: readonly Unit[], labels: readonly number[]): Segments {
  const blocks = listsJoined(runningOn(blocksOf(units, labels)));
  const again = askedAgain(blocks);
  const places = new Map(blocks.map((block, at) => [block, at]));
  const asked = blocks.filter((block) => block.role === 'question' && !again.has(block));
  const answers = new Map<Block, Stretch>();
  const pairs: Placed[] = [];
  let waiting: Block[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.role === 'question') {
      if (!again.has(block)) waiting.push(block);
      continue;
    }
    const before = asked.filter((one) => places.get(one)! < at);
    const named: Block[] = [];
    for (const number of block.numbers) {
      const own = before.filter((one) => !answers.has(one) && (one.numbers.includes(number) || one.parent === number));
      const whole = own.length > 0 ? undefined : before.findLast((one) => hasPart(one, number));
      named.push(...own, ...(whole ? [whole] : []));
      if (whole) {
        // "Zu 3 a:" of a question "… für a) Strom, b) Gas?": the whole of it was asked.
        pairs.push({ at: places.get(whole)!, number, question: whole.stretch, answer: block.stretch });
        waiting = waiting.filter((one) => one !== whole);
      } else if (own.length === 0) pairs.push({ at, number, question: null, answer: block.stretch });
      for (const one of own) answers.set(one, block.stretch);
    }
    const isOthers =
      block.numbers.length > 0 && (named.length > 0 || waiting.some(({ numbers }) => numbers.length > 0));
    if (block.numbers.length > 0 && !isOthers && waiting.length > 0) {
      // Numbered answers of questions without numbers.
      for (const [n, one] of waiting.entries()) {
        answers.set(one, block.stretch);
        one.numbers = [block.numbers[Math.min(n, block.numbers.length - 1)]!];
      }
      for (const number of block.numbers)
        pairs.splice(
          pairs.findIndex((pair) => pair.at === at && pair.number === number),
          1,
        );
    }
    if (block.numbers.length === 0) {
      if (waiting.length === 0 || isRemark(waiting, blocks.slice(at + 1)))
        pairs.push({ at, number: null, question: null, answer: block.stretch });
      else for (const one of waiting) answers.set(one, block.stretch);
    }
    waiting = waiting.filter((one) => !answers.has(one));
  }
  for (const [block, answer] of answers) {
    for (const number of block.numbers.length > 0 ? block.numbers : [null])
      pairs.push({ at: places.get(block)!, number, question: block.stretch, answer });
  }
  return {
    pairs: withLeft(pairs, waiting)
      .sort((a, b) => a.at - b.at)
      .map(({ at: _, ...pair }) => pair),
    preamble: null,
  };
}

/** "3a" of the question 3 with a part a. */
const hasPart = ({ numbers, letters }: Block, number: string): boolean =>
  letters.length > 0 && numbers.some((own) => letters.some((letter) => own + letter === number));

/** Answers below name most of those that wait: what stands before them answers none of them. */
function isRemark(waiting: Block[], later: Block[]): boolean {
  const named = new Set(
    later.filter(({ role }) => role === 'answer').flatMap(({ numbers, parent }) => [...numbers, parent]),
  );
  const numbered = waiting.filter(({ numbers }) => numbers.length > 0);
  const count = numbered.filter(({ numbers }) => numbers.some((number) => named.has(number))).length;
  return count > 0 && count * 2 >= waiting.length;
}

function runningOn(blocks: Block[]): Block[] {
  const keys = blocks.flatMap(({ role, numbers }) => (role === 'question' ? numbers : []));
  const bare = withoutSections(keys);
  return bare ? blocks.map((block) => ({ ...block, numbers: block.numbers.map(bare), parent: null })) : blocks;
}

/** Prose that comes first answers questions that nothing else answers. */
function withLeft(pairs: Placed[], left: Block[]): Placed[] {
  const [only] = pairs;
  const isProse = pairs.length === 1 && only!.number === null && only!.question === null;
  if (!isProse || left.length === 0) return pairs;
  return left.flatMap(({ numbers, stretch }, i) =>
    (numbers.length > 0 ? numbers : [null]).map((number) => ({
      at: i,
      number,
      question: stretch,
      answer: only!.answer,
    })),
  );
}

/** Printed in a list, and again above their answers. */
function askedAgain(blocks: Block[]): Set<Block> {
  const again = new Set<Block>();
  for (let from = 0; from < blocks.length; ) {
    let to = from;
    while (to < blocks.length && blocks[to]!.role === 'question') to++;
    const run = blocks.slice(from, to);
    const same = run.filter((block) =>
      isSameLater(block, blocks.slice(blocks.indexOf(block) + 1, blocks.indexOf(block) + MAX_APART)),
    );
    // The last of a list may stand right above a remark; a single question there is answered by it.
    const last = run.at(-1);
    const isList = same.length > 1 && same.length * 2 > run.length;
    for (const block of same) if (isList || block !== last || to === blocks.length) again.add(block);
    from = to + 1;
  }
  return again;
}

function isSameLater(block: Block, later: Block[]): boolean {
  const own = wordsIn(block.text);
  return later.some((other) => {
    if (other.role !== 'question') return false;
    if (block.numbers.length > 0 && other.numbers.length > 0 && block.numbers[0] !== other.numbers[0]) return false;
    const words = wordsIn(other.text);
    const both = [...own].filter((word) => words.has(word)).length;
    return own.size > 2 && both >= SAME * own.size;
  });
}

const SAME = 0.8;
/** So many blocks at most stand between a question in a list and the same above its answer. */
const MAX_APART = 80;

const wordsIn = (text: string): Set<string> => new Set(text.toLowerCase().match(/\p{L}{3,}/gu) ?? []);

/**
 * Answers one right behind the other: the second without a number, for several offices answer in turn, or with that of a
 * question which has its answer, for it is a list.
 */
function listsJoined(blocks: Block[]): Block[] {
  const open = new Set<string>();
  let isAsked = false;
  return blocks.reduce<Block[]>((kept, block) => {
    const last = kept.at(-1);
    if (block.role === 'question') {
      isAsked ||= block.numbers.length > 0;
      for (const number of block.numbers) {
        open.add(number);
        for (const letter of block.letters) open.add(number + letter);
      }
      kept.push(block);
      return kept;
    }
    const isList = isAsked && !block.isSaid && block.numbers.every((number) => !open.has(number));
    if (last?.role === 'answer' && (block.numbers.length === 0 || isList)) {
      kept[kept.length - 1] = {
        ...last,
        stretch: { ...last.stretch, to: block.stretch.to, until: block.stretch.until },
      };
      return kept;
    }
    for (const number of block.numbers) open.delete(number);
    if (block.numbers.length === 0 && last?.role === 'question') for (const number of last.numbers) open.delete(number);
    kept.push(block);
    return kept;
  }, []);
}
