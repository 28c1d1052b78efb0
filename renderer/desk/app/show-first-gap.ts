/** Brings into view what keeps somebody from signing: the first field that complains, else the list of what is open. */
export function showFirstGap(): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>('main [aria-invalid="true"]');
    field?.focus();
    const gap = field ?? document.querySelector('main .needs');
    gap?.scrollIntoView({ block: 'center' });
  });
}
