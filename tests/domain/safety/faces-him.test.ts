import { facesHim } from '#domain/safety/faces-him.ts'
import { expect, test } from 'vitest'

test.each([
  ['police', 'flag the address', true],
  ['courts', 'separate entrance', true],
  ['probation', 'report attendance', true],
  ['prosecution', 'ask for special measures', true],
  ['housing', 'write to him about the tenancy', true],
  ['health', 'His GP asks about his sleep', true],
  ['other', 'talk with the perpetrator’s brother', true],
  ['other', 'avisar al agresor', true],
  ['faith', 'hablar con él', true],
  ['housing', 'change the locks', false],
  ['advocate', 'go through the history with her and the other helper', false],
  ['health', 'see her sister, then she rests', false],
  ['faith', 'hablar con el párroco', false],
  [null, 'change the locks', false],
] as const)('an action of %s, "%s", faces him: %s', (sector, description, expected) => {
  expect(facesHim({ sector, description })).toBe(expected)
})
