import { fact, opinion, quiet, safety, task, type Theme } from './theme.ts'

/** Cases in which violence itself is what is spoken of first. */
export const dangerThemes: readonly Theme[] = [
  {
    reason: 'Strangled during an argument about leaving. Lost her voice for a day. Wants to stay in the area near her sister.',
    facts: [
      fact('police', 'Two calls in six weeks. Hands round the neck at the last one; arrested, bailed not to contact.'),
      fact('health', 'Seen in the emergency department with bruising to the neck; no scan was done.'),
      opinion('advocate', 'She plays down the strangulation and is ashamed of going back before. She wants the locks changed first.'),
    ],
    risks: ['Strangulation at the last incident', 'Separation under way and known to the other party'],
    actions: [
      safety('housing', 'change locks and fit a door viewer', 4),
      safety('advocate', 'go through the safety plan by phone at the agreed time', 2),
      task('health', 'offer a follow-up for strangulation symptoms', 5),
      quiet(task('police', 'put a marker on the address for an immediate response', 1)),
    ],
  },
  {
    reason: 'Order broken three times in a month: messages through a friend, waiting outside work, a note on the car.',
    facts: [
      fact('police', 'Three breaches recorded, one charged. Statement for the other two still to be taken.'),
      fact('prosecution', 'First hearing is listed; the file lacks the screenshots.'),
      opinion('advocate', 'She has stopped reporting because nothing seemed to follow.'),
    ],
    risks: ['Breaches are coming closer together', 'Loss of trust in reporting'],
    actions: [
      quiet(task('police', 'take the two missing statements and collect the screenshots', 3)),
      task('prosecution', 'ask for the breaches to be heard together', 10),
      safety('advocate', 'agree a way of reporting that works for her', 2),
      quiet(task('courts', 'tell the advocate the hearing date and the screens arrangement', 7)),
    ],
  },
  {
    reason: 'Due for release from custody this month. Has written from prison that the relationship is not over.',
    facts: [
      fact('probation', 'Release date confirmed; address for release is not approved yet.'),
      fact('police', 'Four convictions for violence, two against former partners.'),
      opinion('shelter', 'A place out of the area could be held for three nights around the release.'),
    ],
    risks: ['Release from custody', 'Letters show that contact will be sought'],
    actions: [
      safety('probation', 'add no contact and an exclusion zone to the licence', 5),
      safety('shelter', 'hold a place for the nights around the release', 8),
      quiet(task('police', 'tell the advocate the day and hour of release', 8)),
      task('advocate', 'tell her of the conditions before anybody else does', 6),
    ],
  },
  {
    reason: 'Threat to kill with a knife held up. Says the kitchen knives have been hidden since.',
    facts: [
      fact('police', 'Arrested for the threat; released under investigation.'),
      fact('probation', 'Known from an earlier order; attended the programme half the time.'),
      opinion('health', 'Heavy drinking and low mood are likely to make sudden anger worse.'),
    ],
    risks: ['Threat to kill with a weapon', 'Drinking and low mood'],
    actions: [
      safety('police', 'search for and remove weapons under the powers available', 3),
      safety('advocate', 'make an escape plan with a packed bag kept elsewhere', 2),
      task('health', 'offer an alcohol assessment that does not mention this meeting', 14),
      quiet(task('probation', 'report attendance at the programme', 9)),
    ],
  },
  {
    reason: 'Followed by car and found at two new addresses. Suspects that the phone gives the place away.',
    facts: [
      fact('police', 'Stalking recorded. A tracker was found under the car and sent for examination.'),
      fact('advocate', 'Accounts and passwords were shared during the relationship.'),
      opinion('police', 'The searching is planned and takes hours each day.'),
    ],
    risks: ['Fixation and planned tracking', 'New address may be known'],
    actions: [
      safety('advocate', 'check phone and accounts with the technology worker', 3),
      task('police', 'apply for a stalking protection order', 12),
      safety('housing', 'bring the managed move forward', 9),
      task('employment', 'agree changed hours and a safe door at work', 7),
    ],
  },
  {
    reason: 'Shotgun licence in the household and threats of suicide if left. Lives on an outlying farm.',
    facts: [
      fact('police', 'Licence is current; two guns are recorded at the address.'),
      fact('health', 'Spoke of suicide to a practice nurse last month.'),
      opinion('advocate', 'She fears that leaving without help would set him off; the nearest neighbour is far.'),
    ],
    risks: ['Access to firearms', 'Threats of suicide', 'Isolation'],
    actions: [
      safety('police', 'review the licence and remove the guns before any other step', 1),
      task('health', 'arrange an urgent mental health review', 3),
      safety('shelter', 'keep a place ready for a planned departure', 5),
      quiet(task('police', 'test the emergency call from the farm with the response team', 6)),
    ],
  },
]
