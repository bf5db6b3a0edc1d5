// A file dropped anywhere on the form becomes the form's file; one that is too large is refused before it travels.

const MAX_FILE_BYTES = 10 * 1024 * 1024;

export function enableDrop(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type=file]');
  const problem = form.querySelector<HTMLElement>('.problem');
  if (!input || !problem) return;
  const over = (on: boolean) => form.classList.toggle('over', on);
  form.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    over(true);
  });
  form.addEventListener('dragleave', () => over(false));
  form.addEventListener('drop', (event) => {
    over(false);
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    const files = new DataTransfer();
    files.items.add(file);
    input.files = files.files;
    check();
  });
  input.addEventListener('change', check);

  function check(): void {
    const tooLarge = (input?.files?.[0]?.size ?? 0) > MAX_FILE_BYTES;
    if (tooLarge && input) input.value = '';
    if (problem) problem.textContent = tooLarge ? (form.dataset.tooLarge ?? '') : '';
  }
}
