import { SearchAsk, type SearchFound } from '#domain/search/hit.ts'
import { query } from '../operation.ts'

export const searchOperations = {
  /** Looks through every word of the records; whatever is typed has an answer. */
  find: query(SearchAsk).returns<SearchFound>(),
}
