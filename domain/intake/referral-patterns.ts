import type { FieldPatterns } from './column-patterns.ts'
import type { ReferralField } from './referral-fields.ts'

const tools = ['dash', 'danger', 'da5', 'dale', 'lap', 'odara', 'bsafer']
const forEachTool = (shapes: Readonly<Record<string, number>>) =>
  Object.fromEntries(tools.flatMap((tool) => Object.entries(shapes).map(([shape, weight]) => [shape.replace('TOOL', tool), weight] as const)))

function person(party: 'victim' | 'perp', field: 'victim' | 'perpetrator'): readonly FieldPatterns<ReferralField>[] {
  return [
    { field: `${field}Name`, looks: 'name', patterns: { [party]: 0.92, [`${party} name`]: 1, [`${party} firstname lastname`]: 0.9 } },
    { field: `${field}FirstName`, looks: 'name', patterns: { [`${party} firstname`]: 1 }, harmless: ['middle'] },
    { field: `${field}LastName`, looks: 'name', patterns: { [`${party} lastname`]: 1, [`${party} last`]: 0.9 } },
    { field: `${field}DateOfBirth`, looks: 'date', patterns: { [`${party} birthdate`]: 1 }, harmless: ['date'] },
    { field: `${field}Address`, looks: 'text', patterns: { [`${party} address`]: 1, [`${party} location`]: 0.7 }, harmless: ['line', '1'] },
    { field: `${field}Phone`, looks: 'phone', patterns: { [`${party} phone`]: 1, [`${party} contact detail`]: 0.75, [`${party} contact`]: 0.6 }, harmless: ['contact', 'number', 'safe', 'detail'] },
  ]
}

/** How the columns of a spreadsheet of referrals are headed, as seen on referral forms and team lists (domain.md section 9). */
export const referralPatterns: readonly FieldPatterns<ReferralField>[] = [
  ...person('victim', 'victim'),
  ...person('perp', 'perpetrator'),
  {
    field: 'receivedOn',
    looks: 'date',
    patterns: { 'referral date': 1, 'referral received date': 1, 'referral meeting date': 0.95, 'received date': 0.95, 'ref date': 0.92, 'referral received': 0.9, 'referrer date': 0.8, received: 0.75, date: 0.62, referral: 0.56 },
    harmless: ['agency'],
  },
  {
    field: 'sourceAgency',
    looks: 'organisation',
    patterns: {
      'referral agency': 1, 'source agency': 1, 'referral source': 1, 'referrer agency': 1, 'referral from': 0.95, 'agency name': 0.95, agency: 0.9, 'referral by': 0.9, 'ref agency': 0.9,
      'received from': 0.85, source: 0.85, referrer: 0.8, 'referral name': 0.6, from: 0.6,
    },
    harmless: ['meeting', 'name'],
  },
  {
    field: 'sourceContact',
    looks: 'name',
    patterns: {
      'referral worker': 1, 'referrer name': 0.95, 'agency contact': 0.9, 'agency worker': 0.9, 'referrer worker': 0.95, 'referrer contact': 0.9, 'referral contact': 0.9, 'worker name': 0.85,
      'contact worker': 0.85, 'contact name': 0.8, 'referral by name': 0.85, worker: 0.75, referrer: 0.72, 'referral by': 0.72, 'referrer detail': 0.7, 'referrer email': 0.6, 'referrer phone': 0.6,
      'agency phone': 0.56, contact: 0.56,
    },
    harmless: ['name', 'detail', 'agency', 'contact'],
  },
  {
    field: 'safeContact',
    looks: 'text',
    patterns: {
      'safe contact': 1, 'safe call': 0.95, 'contact instruction': 0.9, 'contact preference': 0.85, 'contact preferred': 0.85, 'contact method': 0.8, 'safe phone': 0.7, 'safe time': 0.7,
      'safe email': 0.7, 'contact best': 0.7, 'call ok': 0.8, 'call leave': 0.85, 'phone safe ok': 0.8, 'contact ok': 0.75,
    },
    harmless: ['victim', 'detail', 'method', 'time', 'date', 'best', 'way', 'number', 'instruction', 'preferred', 'leave', 'contact', 'phone', 'how', 'ok', 'summary', 'call', 'you', 'can', 'we'],
  },
  { field: 'relationship', looks: 'text', patterns: { relationship: 1, 'relationship other': 0.7 }, harmless: ['victim', 'perp', 'between', 'type', 'nature', 'sector'] },
  {
    field: 'childrenCount',
    looks: 'count',
    patterns: { 'child number': 1, 'child number age': 0.97, child: 0.85 },
    harmless: ['victim', 'perp', 'involved', 'present', 'family', 'live', 'living'],
  },
  {
    field: 'childrenDetails',
    looks: 'text',
    patterns: { 'child name': 1, 'child detail': 1, 'child age': 0.95, 'child birthdate': 0.95, 'child school': 0.9, 'child summary': 0.9, child: 0.7 },
    harmless: ['name', 'age', 'birthdate', 'school', 'detail', 'number', 'victim', 'address', 'involved'],
  },
  {
    field: 'criteria',
    looks: 'criteria',
    patterns: { criteria: 1, 'reason referral': 0.75, 'referral sector': 0.6 },
    harmless: ['meeting', 'referral', 'risk', 'reason', 'detail'],
  },
  {
    field: 'visibleHighRisk',
    looks: 'flag',
    patterns: { visible: 1, 'risk level': 0.8, screened: 0.75, 'lap assessment': 0.7, risk: 0.6 },
    harmless: ['criteria', 'meeting', 'score', '14', 'level', 'assessment', 'lap', 'file', 'reason', 'referral'],
  },
  { field: 'professionalJudgement', looks: 'any', patterns: { judgement: 1 }, harmless: ['criteria', 'meeting', 'referral'] },
  { field: 'judgementReason', looks: 'text', patterns: { 'judgement reason': 1, 'judgement detail': 1, 'judgement summary': 1 }, harmless: ['criteria', 'referral'] },
  { field: 'escalation', looks: 'flag', patterns: { escalation: 1 }, harmless: ['criteria', 'meeting', 'risk', 'referral', 'incident'] },
  { field: 'repeat', looks: 'flag', patterns: { repeat: 1 }, harmless: ['victim', 'perp', 'referral', 'meeting', 'file', 'criteria', 'incident', 'first'] },
  {
    field: 'riskTool',
    looks: 'tool',
    patterns: { 'risk tool': 1, 'assessment tool': 1, tool: 0.9, 'assessment sector': 0.9, 'risk sector': 0.7, 'risk assessment': 0.72, 'assessment used': 0.9 },
    harmless: ['risk', 'assessment', 'used', 'name', 'sector', 'completed'],
  },
  {
    field: 'riskScore',
    looks: 'score',
    patterns: {
      ...forEachTool({ 'TOOL score': 1, 'TOOL number': 0.85, TOOL: 0.85, 'TOOL assessment': 0.85 }),
      'risk score': 1, 'assessment score': 1, score: 0.85, 'score number': 0.85, 'visible score': 0.85, 'risk assessment': 0.7, 'risk number': 0.65, assessment: 0.6,
    },
    harmless: ['risk', 'assessment', 'result', 'meeting', 'number', 'tool', 'referral', 'victim'],
  },
  {
    field: 'riskAssessedOn',
    looks: 'date',
    patterns: { ...forEachTool({ 'TOOL date': 1 }), 'risk assessment date': 1, 'assessment date': 0.95, 'risk date': 0.8, 'score date': 0.9 },
    harmless: ['assessment', 'completed', 'done', 'score', 'risk', 'last', 'taken', 'tool'],
  },
  {
    field: 'incidentOn',
    looks: 'date',
    patterns: { 'incident date': 1, 'last incident': 0.75, incident: 0.56 },
    harmless: ['last', 'most', 'index', 'trigger', 'date'],
  },
  {
    field: 'summary',
    looks: 'text',
    patterns: {
      summary: 0.9, 'incident summary': 1, 'incident detail': 0.95, 'file summary': 1, 'referral summary': 0.95, 'referral detail': 0.85, 'reason referral': 0.8, detail: 0.7, 'risk summary': 0.8,
      'risk detail': 0.75, 'file detail': 0.75, reason: 0.6, incident: 0.6,
    },
    harmless: ['incident', 'nature', 'brief', 'key', 'detail', 'general', 'risk', 'short'],
  },
  {
    field: 'caseReference',
    looks: 'any',
    patterns: {
      'file ref': 1, 'file number': 0.95, 'ref number': 0.95, 'meeting ref': 0.9, 'ref': 0.85, 'referral ref': 0.85, 'referral number': 0.75, 'meeting number': 0.7, 'victim ref': 0.6, file: 0.56,
    },
    harmless: ['our', 'unique', 'team', 'local', 'internal', 'number', 'meeting', 'file', 'agency'],
  },
]
