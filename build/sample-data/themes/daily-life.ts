import { fact, opinion, quiet, safety, task, type Theme } from './theme.ts'

/** Cases that hang on housing, money, health, work and who stands by. */
export const dailyLifeThemes: readonly Theme[] = [
  {
    reason: 'Joint tenancy, and will not move out. Belongings were thrown from the window.',
    facts: [
      fact('housing', 'The tenancy is in both names; neither can end it for one alone.'),
      fact('police', 'Criminal damage recorded and a warning given.'),
      opinion('advocate', 'She would rather keep the flat than leave; her work is close by.'),
    ],
    risks: ['Living under one roof', 'Damage to belongings is getting worse'],
    actions: [
      safety('housing', 'offer temporary rooms while the tenancy is settled', 3),
      quiet(task('courts', 'explain how to ask for an occupation order', 6)),
      task('advocate', 'find a solicitor who takes legal aid', 5),
      quiet(task('police', 'take photographs of the damage for the file', 4)),
    ],
  },
  {
    reason: 'Rings the workplace forty times a day. The employer has begun to talk of dismissal.',
    facts: [
      fact('employment', 'The employer has no policy and asked for advice.'),
      fact('police', 'Call records were requested; harassment not yet charged.'),
      opinion('employment', 'If the job goes, so does the only time of day with other people.'),
    ],
    risks: ['Harassment at work', 'The job is at risk'],
    actions: [
      task('employment', 'go through a workplace safety plan with the employer', 5),
      task('police', 'charge the harassment once the records are in', 12),
      safety('advocate', 'change the number and keep the old phone as evidence', 2),
      quiet(task('prosecution', 'say what the records must show', 8)),
    ],
  },
  {
    reason: 'Both drink. Injuries explained as falls. Asked the pharmacist for help in writing.',
    facts: [
      fact('health', 'Five attendances in a year with injuries that do not fit the account given.'),
      fact('shelter', 'Turned away in spring because of drinking; the rule has changed since.'),
      opinion('health', 'Drinking is how the pain and the fear are managed.'),
    ],
    risks: ['Repeated injuries without a report', 'Drinking makes escape harder'],
    actions: [
      safety('shelter', 'offer a place under the new rule', 4),
      task('health', 'offer treatment at a clinic the other does not use', 7),
      safety('advocate', 'keep contact through the pharmacist only', 3),
      quiet(task('police', 'flag the address without calling there', 2)),
    ],
  },
  {
    reason: 'Older person, abused by an adult child who has moved back in and takes the pension.',
    facts: [
      fact('health', 'The district nurse found the medicines locked away.'),
      fact('employment', 'The pension is drawn in full on the day it is paid.'),
      opinion('health', 'There is love and fear; a report to the police would not be supported now.'),
    ],
    risks: ['Medicines withheld', 'Money taken', 'Dependent on the other for care'],
    actions: [
      safety('health', 'bring the medicines each day and look in', 1),
      task('employment', 'name another person to draw the pension', 10),
      task('housing', 'find the adult child a place to live', 20),
      task('advocate', 'visit with the district nurse', 6),
    ],
  },
  {
    reason: 'Visa depends on the partner, who keeps the passport. No right to benefits. No bed to go to.',
    facts: [
      fact('shelter', 'Can be taken in for four weeks from the emergency fund.'),
      fact('culturallySpecific', 'The community centre keeps copies of her papers.'),
      opinion('advocate', 'She believes that asking for help leads to removal from the country.'),
    ],
    risks: ['Status used as a threat', 'No income'],
    actions: [
      safety('shelter', 'take her in from the emergency fund', 2),
      task('culturallySpecific', 'go with her to the immigration adviser', 6),
      quiet(task('police', 'recover the passport without asking about status', 5)),
      task('employment', 'check the concession for destitute partners', 7),
    ],
  },
  {
    reason: 'Trial in five weeks. Has asked to withdraw her statement after a visit from a relative of the accused.',
    facts: [
      fact('prosecution', 'The case can be carried on with other evidence, but is weaker.'),
      fact('courts', 'Screens and a separate entrance are available if asked for in time.'),
      opinion('advocate', 'She is not unwilling; she is afraid of the corridor.'),
    ],
    risks: ['Intimidation of a witness', 'Trial date near'],
    actions: [
      task('police', 'look into the visit as witness intimidation', 3),
      quiet(safety('courts', 'arrange the separate entrance and a visit beforehand', 8)),
      task('prosecution', 'ask for special measures and tell the advocate', 6),
      quiet(task('probation', 'report whether the relative is under supervision', 5)),
    ],
  },
]
