import { ClockTime } from './dates.ts'

/** How the time spent on a case stands to the aim: more than the aim, or half as much again (domain.md 1.5: aim 10 minutes, 15 at most). */
export type CasePace = 'within' | 'overAim' | 'farOver'

export function casePace(secondsSpent: number, aimMinutes: number): CasePace {
  const aim = aimMinutes * 60
  if (secondsSpent < aim) return 'within'
  return secondsSpent < aim * 1.5 ? 'overAim' : 'farOver'
}

/** The time of day so many minutes after another one; goes round at midnight. */
export function clockAfter(start: ClockTime, minutes: number): ClockTime {
  const [hour = 0, minute = 0] = start.split(':').map(Number)
  const total = (((hour * 60 + minute + Math.round(minutes)) % 1440) + 1440) % 1440
  return ClockTime.parse(`${twoDigits(Math.floor(total / 60))}:${twoDigits(total % 60)}`)
}

/** Seconds as a stopwatch shows them: `06:12`, `72:05`. */
export function stopwatch(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  return `${twoDigits(Math.floor(whole / 60))}:${twoDigits(whole % 60)}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
