export { allPersonFacts, distinctPairs, peopleStamp, personFactsLike } from './alike.ts'
export {
  findMerge,
  forgetDistinct,
  isBuiltUpon,
  listMerges,
  meetingInACase,
  mergePeople,
  noteDistinct,
  type StoredMerge,
  unmergePeople,
} from './merges.ts'
export { appearancesOf, findPerson, identifiersOfCase, isPartyOfACase, writePerson } from './records.ts'
export { deleteTie, findTie, insertTie, peopleOfCase, updateTie } from './ties.ts'
