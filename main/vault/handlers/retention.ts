import type { KindStanding } from '#contract'
import {
  closingOf,
  destructionPage,
  findCase,
  findDestruction,
  holdOnCase,
  isSweepDue,
  keptItems,
  liftHold,
  markSwept,
  placeHold,
  type ReadDb,
  standingHolds,
} from '#db'
import type { IsoDate } from '#domain/dates.ts'
import { accept, refuse } from '#domain/refusal.ts'
import { dueOn, itemsDue } from '#domain/retention/due.ts'
import { type RecordKind, recordKinds } from '#domain/retention/record-kind.ts'
import { exportPassword, exportPasswordBytes } from '#domain/sharing/export-password.ts'
import { randomBytes } from 'node:crypto'
import type { Context } from '../context.ts'
import { writeCertificatePdf } from '../documents/certificate-pdf.ts'
import { type Handlers, staged } from '../handler.ts'
import { copiesHolding } from '../retention/copies-holding.ts'
import { destroy } from '../retention/destroy.ts'
import { readSchedule, saveSchedule } from '../retention/schedule.ts'
import { pageSizeOf } from '../sharing/prepare-list.ts'
import { readSettings } from './settings.ts'

function standingOf(db: ReadDb, kind: RecordKind, months: number | null, today: IsoDate): KindStanding {
  const due = itemsDue(keptItems(db, kind), months, today)
  return { kind, due: due.length, held: due.filter(({ isHeld }) => isHeld).length, oldestSince: due[0]?.since ?? null }
}

function filesOf({ files }: Context) {
  if (!files) throw new Error('these rows have no files')
  return files
}

export const retentionHandlers: Handlers<'retention'> = {
  overview: (db, _, { today }) => {
    const schedule = readSchedule(db)
    return accept({
      schedule,
      kinds: recordKinds.map((kind) => standingOf(db, kind, schedule.months[kind], today)),
      holds: standingHolds(db),
      isSweepDue: isSweepDue(db),
    })
  },
  saveSchedule: (db, months, { now, actor }) => {
    const schedule = { months, confirmedAt: now, confirmedBy: actor }
    saveSchedule(db, schedule)
    return accept(schedule)
  },
  due: (db, { kind, offset, limit }, { today }) => {
    const due = itemsDue(keptItems(db, kind), readSchedule(db).months[kind], today)
    return accept({ rows: due.slice(offset, offset + limit), total: due.length })
  },
  ofCase: (db, { caseId }, { today }) => {
    const found = findCase(db, caseId)
    if (!found) return refuse({ code: 'notFound', what: 'case' })
    const closed = closingOf(db, caseId)
    const on = closed && dueOn(closed.closedOn, readSchedule(db).months.case)
    return accept({ reference: found.reference, closed, hold: holdOnCase(db, caseId), dueOn: on, isDue: on !== null && on <= today })
  },
  placeHold: (db, { caseId, reason }, { now, actor }) => {
    if (!findCase(db, caseId)) return refuse({ code: 'notFound', what: 'case' })
    if (holdOnCase(db, caseId)) return refuse({ code: 'changedMeanwhile', what: 'case' })
    placeHold(db, { caseId, reason, at: now, by: actor })
    return accept(null)
  },
  liftHold: (db, { caseId }, { now, actor }) =>
    liftHold(db, { caseId, at: now, by: actor }) ? accept(null) : refuse({ code: 'notFound', what: 'hold' }),
  destroy: (db, order, context) => {
    if (!context.auditKey) throw new Error('the log cannot be sealed')
    return destroy(db, order, context, context.auditKey)
  },
  sweep: staged(
    async (_, __, context) => {
      const { source } = filesOf(context)
      const bytesBefore = source.storeBytes()
      source.store.compact()
      return accept({ bytesBefore, bytesAfter: source.storeBytes() })
    },
    (db, sizes, { now }) => {
      markSwept(db, now)
      return accept(sizes)
    },
  ),
  destructions: (db, window, context) => {
    const { rows, total } = destructionPage(db, window)
    const copies = copiesHolding(db, filesOf(context), rows)
    return accept({ total, rows: rows.map((row, index) => ({ ...row, oldBackups: copies[index] ?? [] })) })
  },
  certificate: staged(
    async (db, { destruction: id }, context) => {
      const destruction = findDestruction(db, id)
      if (!destruction) return refuse({ code: 'notFound', what: 'destruction' })
      if (destruction.sweptAt === null) return refuse({ code: 'sweepNotDone' })
      const settings = readSettings(db)
      const [oldBackups = []] = copiesHolding(db, filesOf(context), [destruction])
      const password = exportPassword(randomBytes(exportPasswordBytes))
      const bytes = await writeCertificatePdf(
        { destruction, oldBackups, teamName: settings?.teamName ?? '', madeOn: context.today },
        settings?.locale ?? 'en-GB',
        password,
        { pageSize: pageSizeOf(settings?.region ?? 'other') },
      )
      return accept({ fileName: `${destruction.at.slice(0, 10)}_destruction_${String(id)}.pdf`, password, bytes })
    },
    (_, { bytes, ...value }) => accept({ value, files: [{ name: value.fileName, bytes }] }),
  ),
}
