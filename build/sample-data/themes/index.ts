import { childrenThemes } from './children.ts'
import { dailyLifeThemes } from './daily-life.ts'
import { dangerThemes } from './danger.ts'
import type { Theme } from './theme.ts'

const withoutChildren = dangerThemes.flatMap((theme, index) => [theme, ...dailyLifeThemes.slice(index, index + 1)])
const withChildren = childrenThemes.flatMap((theme, index) => [theme, ...dangerThemes.slice(index, index + 1)])

/** A theme for the `turn`-th case, one with children in it where the case has some. */
export function themeFor(turn: number, hasChildren: boolean): Theme {
  const themes = hasChildren ? withChildren : withoutChildren
  const theme = themes[turn % themes.length]
  if (!theme) throw new Error('there are no themes')
  return theme
}

/** The theme whose reason a referral's summary gives, if it is one of these. */
export function themeSpokenOfIn(summary: string): Theme | undefined {
  return [...dangerThemes, ...childrenThemes, ...dailyLifeThemes].find(({ reason }) => summary.includes(reason))
}

export type { SaidFact, TakenAction, Theme } from './theme.ts'
