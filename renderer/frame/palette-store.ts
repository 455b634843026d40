import { createSpotlight } from '@mantine/spotlight'

/** The state of the palette, and the ways to open and close it. */
export const [paletteStore, palette] = createSpotlight()

/** Chooses the first of what is shown, as if it had been reached by the arrow: Enter takes it. */
export function chooseFirst(list: HTMLElement | null): void {
  list?.querySelector('[data-selected]')?.removeAttribute('data-selected')
  list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
  paletteStore.updateState((state) => ({ ...state, selected: 0 }))
}
