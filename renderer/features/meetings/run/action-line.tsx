import {
  isRecordable,
  longestDescription,
  type QuickAction,
  type QuickContext,
  type QuickProblem,
  readQuickAction,
} from '#domain/quick-action.ts'
import { quickCompletions, type QuickOption, takeOption } from '#domain/quick-completions.ts'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useT } from '../../../i18n/use-t.ts'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import { lineId, pressHelp } from './focus-line.ts'
import classes from './run.module.css'
import { Understood } from './understood.tsx'
import { useLine } from './use-line.ts'

export type ActionLineProps = {
  readonly draftKey: string
  readonly initial: string
  readonly context: QuickContext
  readonly language: 'en' | 'es'
  /** The reference of the action that is being put right; null for a new one. */
  readonly changing: string | null
  /** What was sent before, the last at the end; Up brings it back. */
  readonly history: readonly string[]
  readonly onSend: (quick: QuickAction, text: string) => Promise<void>
  readonly onCancel: () => void
}

/** The line at the bottom: agency, words, date and flags, completed by Tab, recorded by Enter, never a mouse. */
export function ActionLine({ draftKey, initial, context, language, changing, history, onSend, onCancel }: ActionLineProps) {
  const t = useT()
  const line = useLine(draftKey, initial)
  const { text, setText } = line
  const input = useRef<HTMLInputElement>(null)
  const [cursor, setCursor] = useState<number | null>(null)
  const [isRefused, setRefused] = useState(false)
  const recalled = useRef<number | null>(null)
  const nextCursor = useRef<readonly [number, number] | null>(null)
  const quick = readQuickAction(text, context)
  const completions =
    text === ''
      ? { start: 0, end: 0, options: [] }
      : quickCompletions(text, Math.min(cursor ?? text.length, text.length), context, language)

  useEffect(() => {
    input.current?.focus()
  }, [])
  const { isReady } = line
  useLayoutEffect(() => {
    // What was typed before a restart goes on at its end, and is completed there.
    if (!isReady || input.current === null) return
    const { length } = input.current.value
    input.current.setSelectionRange(length, length)
  }, [isReady])
  useLayoutEffect(() => {
    if (nextCursor.current === null) return
    input.current?.setSelectionRange(...nextCursor.current)
    nextCursor.current = null
  })

  function write(next: string, at: number): void {
    nextCursor.current = [at, at]
    setText(next)
    setCursor(at)
    setRefused(false)
  }

  function take(option: QuickOption): void {
    const taken = takeOption(text, completions, option)
    write(taken.text, taken.cursor)
    input.current?.focus()
  }

  function send(): void {
    if (text.trim() === '') return
    if (isRecordable(quick)) {
      recalled.current = null
      setRefused(false)
      line.send(() => onSend(quick, text))
      return
    }
    setRefused(true)
    const problem = quick.problems[0]
    if (problem) input.current?.setSelectionRange(...placeOf(problem, text))
  }

  function recall(step: -1 | 1): boolean {
    const isMine = recalled.current !== null && text === history[recalled.current]
    if (text !== '' && !isMine) return false
    const at = (isMine ? (recalled.current ?? history.length) : history.length) + step
    if (at < 0 || at > history.length) return false
    recalled.current = at
    const found = history[at] ?? ''
    write(found, found.length)
    return true
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const first = completions.options[0]
    const isObeyed = (): boolean => {
      switch (event.key) {
        case 'Enter':
          send()
          return true
        case 'Tab':
          if (event.shiftKey || first === undefined) return false
          take(first)
          return true
        case 'ArrowUp':
          return recall(-1)
        case 'ArrowDown':
          return recall(1)
        case 'Escape':
          if (changing === null) return false
          onCancel()
          return true
        case '?':
          if (text !== '') return false
          pressHelp()
          return true
        default:
          return false
      }
    }
    if (!isObeyed()) return
    event.preventDefault()
    if (event.key === 'Escape') event.stopPropagation()
  }

  return (
    <div className={classes.line}>
      <RefusalNotice error={line.error} />
      <div className={classes.lineRow} data-refused={isRefused || undefined}>
        <span aria-hidden className={classes.prompt}>
          {changing ?? '›'}
        </span>
        <input
          id={lineId('action')}
          ref={input}
          className={classes.lineInput}
          aria-label={changing === null ? t('run.line.label') : t('run.line.changing', { reference: changing })}
          aria-describedby="understood"
          aria-invalid={isRefused}
          placeholder={t('run.line.example')}
          value={text}
          maxLength={longestDescription + 200}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setCursor(event.currentTarget.selectionStart ?? 0)
            setRefused(false)
          }}
          onSelect={(event) => setCursor(event.currentTarget.selectionStart ?? 0)}
          onKeyDown={onKeyDown}
        />
      </div>
      <Understood
        id="understood"
        text={text}
        quick={quick}
        context={context}
        options={completions.options}
        isRefused={isRefused}
        onTake={take}
      />
    </div>
  )
}

/** Where the cursor goes for a problem: what is wrong is selected, what is missing has the cursor in its place. */
function placeOf({ kind, start, end }: QuickProblem, text: string): readonly [number, number] {
  if (kind === 'agencyMissing') return [0, 0]
  return kind === 'descriptionMissing' || kind === 'descriptionTooLong' ? [text.length, text.length] : [start, end]
}
