/** Where what a form is of stands: no id while it is not in the record. */
export type Place<Id> = { readonly id: Id | null; readonly version: number }

/**
 * `idle`: as the record has it. `typing`: about to be saved. `incomplete`: cannot be saved yet, kept as a draft. `refused` and `conflict`: the record
 * took it not, kept as a draft.
 */
export type SaverStatus = 'idle' | 'typing' | 'saving' | 'saved' | 'incomplete' | 'refused' | 'conflict'

export type SaverState<Form, Id> = {
  readonly form: Form
  readonly place: Place<Id>
  readonly status: SaverStatus
  /** The refusal of the last save. */
  readonly error: Error | null
}

export type SaverPorts<Form, Id> = {
  /** Gives the promise of its id; null where the form cannot be saved as it is. `continues`: it goes on from the last save. */
  readonly save: (form: Form, place: Place<Id>, continues: boolean) => Promise<Id> | null
  readonly isConflict: (error: Error) => boolean
  readonly keepDraft: (form: Form, place: Place<Id>) => Promise<unknown>
  readonly dropDraft: () => Promise<unknown>
}

export type FormSaver<Form, Id> = {
  readonly state: () => SaverState<Form, Id>
  readonly subscribe: (listener: () => void) => () => void
  /** Takes what was typed; it is saved soon after the last keystroke. */
  readonly change: (form: Form) => void
  /** Saves now what is not yet saved. Never throws: what is refused is kept as a draft. */
  readonly flush: () => Promise<void>
  /** Takes what the record has, in place of what was typed. */
  readonly take: (form: Form, place: Place<Id>) => Promise<void>
  /** Takes what was typed earlier and never saved, unless something was typed meanwhile: to be saved, or a conflict. */
  readonly restore: (form: Form, status: 'typing' | 'conflict') => void
  /** Saves what was typed over a newer version of the record, which the person has seen. */
  readonly saveOver: (place: Place<Id>) => Promise<void>
}

const saveAfterMs = 800

/** Saves one form into the record as it is typed, one save after the other; what cannot be saved is kept as a draft and never lost. */
export function formSaver<Form, Id>(
  start: Pick<SaverState<Form, Id>, 'form' | 'place'> & { readonly status?: SaverStatus },
  ports: SaverPorts<Form, Id>,
): FormSaver<Form, Id> {
  let state: SaverState<Form, Id> = { status: 'idle', ...start, error: null }
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> = Promise.resolve()
  let continues = false
  let hasDraft = state.status !== 'idle'
  /** Counts what was typed or taken. */
  let turn = 0
  const listeners = new Set<() => void>()

  function set(part: Partial<SaverState<Form, Id>>): void {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }

  async function keep(): Promise<void> {
    hasDraft = true
    await ports.keepDraft(state.form, state.place)
  }

  async function send(): Promise<void> {
    if (state.status === 'conflict') return keep()
    if (state.status !== 'typing' && state.status !== 'refused') return
    const sent = turn
    const saving = ports.save(state.form, state.place, continues)
    if (saving === null) {
      set({ status: 'incomplete', error: null })
      await keep()
      return
    }
    set({ status: 'saving', error: null })
    try {
      const id = await saving
      continues = true
      set({ place: { id, version: state.place.version + 1 }, status: sent === turn ? 'saved' : 'typing' })
      if (hasDraft && sent === turn) {
        hasDraft = false
        await ports.dropDraft()
      }
    } catch (refused) {
      const error = refused instanceof Error ? refused : new Error('refused')
      set({ status: ports.isConflict(error) ? 'conflict' : 'refused', error })
      await keep()
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    // A draft that cannot be written is tried again with the next keystroke; the form still shows what was typed.
    running = running.then(send).catch(() => undefined)
    return running
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change: (form) => {
      turn += 1
      set({ form, status: state.status === 'conflict' ? 'conflict' : 'typing' })
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), saveAfterMs)
    },
    flush,
    take: async (form, place) => {
      clearTimeout(timer)
      turn += 1
      continues = false
      set({ form, place, status: 'idle', error: null })
      if (!hasDraft) return
      hasDraft = false
      await ports.dropDraft()
    },
    restore: (form, status) => {
      hasDraft = true
      if (turn > 0) return
      turn += 1
      set({ form, status })
      void flush()
    },
    saveOver: (place) => {
      turn += 1
      continues = false
      set({ place, status: 'typing', error: null })
      return flush()
    },
  }
}
