import { type AnyOperation, operationList } from '#contract'
import type { OpenStore, ReadDb, WriteDb } from '#db'
import { fieldProblems } from '#domain/field-problems.ts'
import { refuse, type Result } from '#domain/refusal.ts'
import { appendAudit, subjectOf } from './audit.ts'
import { type Context, contextOf } from './context.ts'
import { handlers } from './handlers/index.ts'
import type { ExportAnswer, Staged } from './handler.ts'
import type { VaultAnswer } from './protocol.ts'

/** One unlocked session: the open store, and what its requests share. */
export type Session = Pick<Context, 'actor' | 'sealKey' | 'held'> & { readonly store: OpenStore; readonly auditKey: Uint8Array }

/** Views of one person's record are logged, once in five minutes each; lists are not (a list names nobody's record as opened). */
const loggedViews = new Set(['cases.get', 'listings.get', 'sharing.preview', 'sharing.password', 'actions.history'])
const VIEW_LOG_MS = 5 * 60_000

/** Not a change of the record: what is being typed, and the running clock of a case. Logging them would bury what matters. */
const unlogged = new Set(['drafts.save', 'drafts.remove', 'listings.keepTime'])

type AnyQuery = (db: ReadDb, input: never, context: Context) => Result<unknown>
type AnyCommand = (db: WriteDb, input: never, context: Context) => Result<unknown>
type AnyHandler = AnyQuery | AnyCommand | Staged<never, unknown>

const handlersByNoun: Readonly<Record<string, Readonly<Record<string, AnyHandler>>>> = handlers

/** Carries a refusal out of a transaction, so that it rolls back. */
class RolledBack extends Error {
  readonly result: Result<unknown>
  constructor(result: Result<unknown>) {
    super('refused')
    this.result = result
  }
}

function handlerOf(name: string): AnyHandler | undefined {
  const [noun = '', verb = ''] = name.split('.')
  return handlersByNoun[noun]?.[verb]
}

const operationsByName: ReadonlyMap<string, AnyOperation> = new Map(operationList.map(({ name, operation }) => [name, operation]))

function logEntry(context: Context, name: string, input: unknown, reply: Result<unknown>) {
  return {
    at: context.now,
    actor: context.actor,
    operation: name,
    subject: subjectOf(input),
    outcome: reply.ok ? 'done' : `refused:${reply.refusal.code}`,
  }
}

function runInTransaction(session: Session, context: Context, name: string, input: unknown, work: (db: WriteDb) => Result<unknown>): Result<unknown> {
  const isLogged = !unlogged.has(name)
  try {
    return session.store.write((db) => {
      const reply = work(db)
      if (!reply.ok) throw new RolledBack(reply)
      if (isLogged) appendAudit(db, session.auditKey, logEntry(context, name, input, reply))
      return reply
    })
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error
    if (isLogged) session.store.write((db) => appendAudit(db, session.auditKey, logEntry(context, name, input, error.result)))
    return error.result
  }
}

function logView(session: Session, context: Context, name: string, input: unknown): void {
  const key = `view ${name} ${subjectOf(input)}`
  const last = session.held.get(key)
  const now = Date.parse(context.now)
  // A clock set back must not silence the log.
  if (typeof last === 'number' && Math.abs(now - last) < VIEW_LOG_MS) return
  session.held.set(key, now)
  session.store.write((db) => appendAudit(db, session.auditKey, logEntry(context, name, input, { ok: true, value: null })))
}

/**
 * Runs one operation of the contract on an open session: parses the input with the operation's schema, runs the handler in one transaction with
 * one log entry, and answers its result. Throws on bugs only.
 */
export async function dispatch(session: Session, name: string, rawInput: unknown, clock = new Date()): Promise<Omit<VaultAnswer, 'id'>> {
  const operation = operationsByName.get(name)
  const handler = handlerOf(name)
  if (!operation || !handler) throw new Error('no such operation')
  const parsed = operation.input.safeParse(rawInput)
  if (!parsed.success) return { reply: refuse({ code: 'invalidInput', fields: fieldProblems(parsed.error, rawInput) }) }
  // Right for this handler by construction: it was parsed by the schema of the operation that the handler's type comes from.
  const input = parsed.data as never
  const context = contextOf(session, clock)

  if (operation.kind === 'query') {
    if (typeof handler !== 'function') throw new Error('a query cannot be staged')
    // The contract's type makes the handler of a query one that only reads.
    const reply = (handler as AnyQuery)(session.store, input, context)
    if (reply.ok && loggedViews.has(name)) logView(session, context, name, input)
    return { reply }
  }
  if (typeof handler === 'function') return { reply: runInTransaction(session, context, name, input, (db) => handler(db, input, context)) }

  const prepared = await handler.stage(session.store, input, context)
  const reply = runInTransaction(session, context, name, input, (db) => (prepared.ok ? prepared.value(db) : prepared))
  if (operation.kind !== 'export' || !reply.ok) return { reply }
  const answer = reply.value as ExportAnswer<unknown>
  return { reply: { ok: true, value: answer.value }, files: answer.files }
}
