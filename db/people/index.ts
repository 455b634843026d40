export { allPersonFacts, distinctPairs, peopleStamp, personFactsLike } from './alike.ts'
export {
  areOppositeInACase,
  findMerge,
  forgetDistinct,
  isBuiltUpon,
  listMerges,
  mergePeople,
  noteDistinct,
  type StoredMerge,
  unmergePeople,
} from './merges.ts'
export { appearancesOf, findPerson, identifiersOfCase, isPartyOfACase, writePerson } from './records.ts'
export { deleteTie, findTie, insertTie, peopleOfCase, updateTie } from './ties.ts'
