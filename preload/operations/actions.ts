import {
  ActionChange,
  ActionDraft,
  type ActionEvent,
  ActionFilter,
  ActionQuery,
  type ActionRow,
  SignOffDraft,
  StatusChange,
} from '#domain/action.ts'
import { ActionId, SavedFilterId } from '#domain/ids.ts'
import type { Page } from '#domain/page.ts'
import { line } from '#domain/text.ts'
import { z } from 'zod'
import { command, query } from '../operation.ts'

export type SavedFilter = { readonly id: SavedFilterId; readonly name: string; readonly filter: ActionFilter }

export const actionOperations = {
  list: query(ActionQuery).returns<Page<ActionRow>>(),
  history: query(z.strictObject({ id: ActionId })).returns<readonly ActionEvent[]>(),
  /** Records what an agency has agreed to do, in the case that the meeting is in. */
  record: command(ActionDraft).returns<ActionId>(),
  change: command(ActionChange).returns<ActionRow>(),
  /** Notes an advocate's word that an action which he could notice may go ahead. A later change of the action voids it. */
  signOff: command(SignOffDraft).returns<ActionRow>(),
  changeStatus: command(StatusChange).returns<ActionRow>(),
  savedFilters: query(z.undefined()).returns<readonly SavedFilter[]>(),
  /** Saves a filter under a name; the same name replaces it. */
  saveFilter: command(z.strictObject({ name: line(80), filter: ActionFilter })).returns<SavedFilterId>(),
  removeFilter: command(z.strictObject({ id: SavedFilterId })).returns<null>(),
}
