// Keyboard on the search page: the arrow keys lead from the field through the hits and back. Everything else is plain
// HTML.
import { neighbour } from './neighbour.ts';

const field = document.querySelector<HTMLInputElement>('#q');
const hits = [...document.querySelectorAll<HTMLAnchorElement>('.hits h3 a')];

if (field && hits.length > 0) {
  document.querySelector('.keys')?.removeAttribute('hidden');
  const stops: HTMLElement[] = [field, ...hits];
  document.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = neighbour(stops, document.activeElement, step);
    if (!next) return;
    event.preventDefault();
    next.focus();
    if (next !== field) next.closest('li')?.scrollIntoView({ block: 'nearest' });
  });
}
