import { createContext } from 'react'

/** Where the frame shows the head of the page. */
export const PageHeaderSlot = createContext<HTMLElement | null>(null)
