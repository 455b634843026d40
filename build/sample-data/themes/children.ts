import { fact, opinion, quiet, safety, task, type Theme } from './theme.ts'

/** Cases in which children live with it; each plan has something for them. */
export const childrenThemes: readonly Theme[] = [
  {
    reason: 'Assault in front of the children. The eldest called for help and has stopped sleeping.',
    facts: [
      fact('schools', 'Attendance fell from 96 to 71 per cent this term; the eldest comes in hungry.'),
      fact('childProtection', 'Assessment opened; both children seen once, together.'),
      opinion('schools', 'The eldest keeps watch over the younger one at every break.'),
    ],
    risks: ['Children present at every incident', 'A child puts itself between the adults'],
    actions: [
      safety('childProtection', 'see each child alone and finish the assessment', 10),
      task('schools', 'name one adult the eldest can go to at any time', 3),
      safety('advocate', 'agree a code word with the family', 2),
      task('health', 'offer the sleep clinic for the eldest', 14),
    ],
  },
  {
    reason: 'Threats at every handover of the children. Court order leaves the handover to the parents.',
    facts: [
      fact('police', 'Called to two handovers; no offence recorded, both parties upset.'),
      fact('courts', 'The order on contact comes back for review next month.'),
      opinion('childProtection', 'The handovers are used to find out where the family lives now.'),
    ],
    risks: ['Handovers used for threats', 'Address may be got from the children'],
    actions: [
      safety('childProtection', 'arrange supervised handovers at the centre', 6),
      task('courts', 'put the incidents before the judge at the review', 15),
      task('schools', 'write down who may collect and ask for a password', 2),
      task('advocate', 'prepare her statement for the review', 9),
    ],
  },
  {
    reason: 'Pregnant, seven months. Pushed on the stairs. Has missed two appointments because she was not let out.',
    facts: [
      fact('health', 'Two missed appointments; the midwife has not been able to see her alone.'),
      fact('police', 'One call from a neighbour; no complaint made.'),
      opinion('health', 'The violence began with the pregnancy and is getting worse.'),
    ],
    risks: ['Pregnancy', 'Kept from seeing anybody alone'],
    actions: [
      safety('health', 'see her alone at the next scan and ask', 5),
      task('childProtection', 'hold a pre-birth meeting', 14),
      safety('advocate', 'meet her at the clinic and nowhere else', 5),
      task('housing', 'prepare a priority application for two', 12),
    ],
  },
  {
    reason: 'Waits at the school gate although told not to. The younger child says that a secret trip is planned.',
    facts: [
      fact('schools', 'Seen at the gate on four days; the office has a log.'),
      fact('police', 'Passport of the younger child was renewed in spring.'),
      opinion('childProtection', 'The child has been told to keep secrets from the other parent.'),
    ],
    risks: ['Possible abduction', 'School pick-up is the weak moment'],
    actions: [
      quiet(safety('police', 'put an alert on the passport and at the ports', 1)),
      safety('schools', 'use the side door and meet the family inside', 1),
      quiet(task('courts', 'tell the advocate how to ask for a prohibited steps order', 4)),
      task('childProtection', 'talk with the younger child about secrets', 7),
    ],
  },
  {
    reason: 'Left twice and went back for want of money. Benefits for the children are paid to the other parent.',
    facts: [
      fact('employment', 'Child payments go to an account that only the other parent can use.'),
      fact('housing', 'Rent arrears of eleven weeks in both names.'),
      opinion('advocate', 'Money is the reason for going back; with an income of her own she would leave.'),
    ],
    risks: ['Money is controlled', 'Eviction would take the children out of school'],
    actions: [
      task('employment', 'split the payment and open an account in her name only', 7),
      safety('housing', 'stop the eviction and treat the arrears as economic abuse', 5),
      task('advocate', 'apply for the hardship fund', 4),
      task('schools', 'give meals and uniform without forms going home', 3),
    ],
  },
  {
    reason: 'Grandparents pass messages and press for a return. The family does not speak freely in English.',
    facts: [
      fact('culturallySpecific', 'Relatives call at the house daily and speak of the shame of leaving.'),
      fact('childProtection', 'A relative interpreted at the first visit, so nothing of it can be relied on.'),
      opinion('culturallySpecific', 'A meeting with elders would do harm; a worker of the same language would help.'),
    ],
    risks: ['Pressure from relatives', 'So-called honour'],
    actions: [
      safety('culturallySpecific', 'meet her alone with a worker of her language', 4),
      task('childProtection', 'repeat the visit with an independent interpreter', 5),
      quiet(task('police', 'record the honour element and name one officer', 3)),
      task('schools', 'watch for talk of travel abroad', 10),
    ],
  },
]
