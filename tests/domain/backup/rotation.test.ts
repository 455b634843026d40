import { backupFileName, readBackupName } from '#domain/backup/file-name.ts'
import { isBackupDue } from '#domain/backup/reminder.ts'
import { backupsToRemove } from '#domain/backup/rotation.ts'
import { addDays, ClockTime, isoDate } from '#domain/dates.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const time = ClockTime.parse('17:05')
const start = isoDate('2026-01-01')
const nameOn = (day: number, turn = 1) => backupFileName(addDays(start, day), time, turn)
const none = new Set<string>()

describe('the name of a backup', () => {
  test('says when it was made and nothing else', () => {
    expect(backupFileName(isoDate('2026-11-25'), ClockTime.parse('09:30'))).toBe('Caseboard-backup-2026-11-25-0930.caseboard')
    expect(backupFileName(isoDate('2026-11-25'), ClockTime.parse('09:30'), 3)).toBe('Caseboard-backup-2026-11-25-0930-3.caseboard')
  })

  test('is read back, and other names are not', () => {
    expect(readBackupName('Caseboard-backup-2026-11-25-0930-12.caseboard')).toEqual({ date: '2026-11-25', time: '0930', turn: 12 })
    for (const other of [
      'Caseboard-backup-2026-02-30-0930.caseboard',
      'Caseboard-backup-2026-11-25-2460.caseboard',
      'Caseboard-backup-2026-11-25-0930-1.caseboard',
      'Caseboard-backup-2026-11-25-0930.caseboard.part',
      'holiday.jpg',
    ])
      expect(readBackupName(other)).toBeNull()
  })
})

describe('rotation', () => {
  test('over 400 days of daily backups keeps 7 days, 4 weeks and 12 months, and always one', () => {
    let files: readonly string[] = []
    for (let day = 0; day < 400; day += 1) {
      files = [...files, nameOn(day)]
      const gone = new Set(backupsToRemove(files, none))
      files = files.filter((name) => !gone.has(name))
      expect(files).toContain(nameOn(day))
      expect(files.length).toBeLessThanOrEqual(7 + 4 + 12)
    }
    const dates = files.map((name) => readBackupName(name)?.date ?? '').sort()
    expect(dates.slice(-7)).toEqual(Array.from({ length: 7 }, (_, index) => addDays(start, 393 + index)))
    // The newest of every month of the last twelve.
    expect(new Set(dates.map((date) => date.slice(0, 7))).size).toBe(12)
    expect(dates[0]).toBe('2026-03-31')
  })

  test('of a day keeps the newest', () => {
    expect(backupsToRemove([nameOn(5), nameOn(5, 2), nameOn(5, 10)], none)).toEqual([nameOn(5, 2), nameOn(5)])
  })

  test('after half a year without backups removes none of the old ones', () => {
    const old = [0, 1, 2, 3, 4, 5].map((day) => nameOn(day))
    expect(backupsToRemove([...old, nameOn(180)], none)).toEqual([])
  })

  test('never removes what is spared, or what is not ours', () => {
    const names = fc.array(
      fc.integer({ min: 0, max: 3000 }).map((day) => nameOn(day)),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(names, fc.nat(), fc.array(fc.string(), { maxLength: 5 }), (mine, pick, foreign) => {
        const spared = mine.length === 0 ? none : new Set([mine[pick % mine.length] ?? ''])
        const gone = backupsToRemove([...mine, ...foreign], spared)
        expect(gone.filter((name) => spared.has(name) || foreign.includes(name))).toEqual([])
        if (mine.length > 0) expect(new Set(gone).size).toBeLessThan(new Set(mine).size)
        // The newest always stays, and what was kept is kept again.
        expect(gone).not.toContain([...mine].sort().at(-1))
        const left = mine.filter((name) => !gone.includes(name))
        expect(backupsToRemove(left, spared)).toEqual([])
      }),
    )
  })
})

describe('the reminder', () => {
  const today = isoDate('2026-11-25')
  test.each([
    [null, null, false],
    [null, '2026-11-20', false],
    [null, '2026-11-11', true],
    ['2026-11-12', '2020-01-01', false],
    ['2026-11-11', '2020-01-01', true],
    // Made while the clock stood ten years ahead.
    ['2036-11-25', '2020-01-01', true],
  ])('last %s, begun %s: %s', (last, begun, isDue) => {
    expect(isBackupDue(today, last === null ? null : isoDate(last), begun === null ? null : isoDate(begun))).toBe(isDue)
  })
})
