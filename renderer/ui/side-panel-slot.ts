import { createContext } from 'react'

/** Where the frame shows the panel beside the page, below the head, so that the lock stays in sight. */
export const SidePanelSlot = createContext<HTMLElement | null>(null)
