import { TeamSettings } from '#domain/settings.ts'
import { z } from 'zod'
import { command, query } from '../operation.ts'

export const settingsOperations = {
  /** Null until the team step of the first run is done. */
  get: query(z.undefined()).returns<TeamSettings | null>(),
  save: command(TeamSettings).returns<TeamSettings>(),
}
