// After too many questions: counts down the seconds until the button that asks again works.
import type { Chat } from './chat.ts';

export function countDown(part: Chat, seconds: number): void {
  const end = Date.now() + seconds * 1000;
  const failed = part.conversation.turns.at(-1);
  const tick = () => {
    const isOver = part.conversation.turns.at(-1) !== failed;
    // By the clock, for timers of a page in the background come late.
    const wait = isOver ? 0 : Math.max(0, Math.ceil((end - Date.now()) / 1000));
    part.show({ wait });
    if (wait > 0) setTimeout(tick, 1000);
  };
  tick();
}
