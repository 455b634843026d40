import type { FieldPatterns } from './column-patterns.ts'
import { type NeedField, needFields, type RecordField } from './record-fields.ts'

/** The header word of each need, and whether it says so without "need": a column `Health` or `Legal` may as well be an agency's. */
const needWords = {
  needSafety: { word: 'safe', alone: 0 },
  needLegal: { word: 'legal', alone: 0 },
  needHousing: { word: 'housing', alone: 0.6 },
  needIncome: { word: 'income', alone: 0.65 },
  needEmployment: { word: 'employment', alone: 0.6 },
  needChildcare: { word: 'childcare', alone: 0.75 },
  needHealth: { word: 'health', alone: 0 },
  needTransport: { word: 'transport', alone: 0.65 },
  needImmigration: { word: 'immigration', alone: 0.7 },
  needSubstanceUse: { word: 'substance', alone: 0 },
  needFaithAndCommunity: { word: 'faith', alone: 0 },
} as const satisfies Record<NeedField, { readonly word: string; readonly alone: number }>

const needPatterns = (Object.keys(needFields) as NeedField[]).map((field): FieldPatterns<RecordField> => {
  const { word, alone } = needWords[field]
  return {
    field,
    looks: 'any',
    patterns: { [`${word} need`]: 1, ...(alone === 0 ? {} : { [word]: alone }) },
    harmless: ['victim', 'other', 'detail', 'summary', 'support', 'issue', 'unmet'],
  }
})

const hers = ['victim', 'other', 'what', 'do', 'it', 'say', 'voice', 'expressed']
const his = ['perp', 'other', 'date', 'detail']

/** How columns are headed that feed the record of a case (domain.md section 9 and R-forms). */
export const recordPatterns: readonly FieldPatterns<RecordField>[] = [
  { field: 'victimAliases', looks: 'any', patterns: { 'victim alias': 1 }, harmless: ['name'] },
  { field: 'perpetratorAliases', looks: 'any', patterns: { 'perp alias': 1 }, harmless: ['name'] },
  { field: 'victimOtherAddress', looks: 'text', patterns: { 'victim otheraddress': 1 } },
  { field: 'perpetratorOtherAddress', looks: 'text', patterns: { 'perp otheraddress': 1 } },
  { field: 'victimOtherPhone', looks: 'phone', patterns: { 'victim otherphone': 1 } },
  { field: 'victimLanguage', looks: 'any', patterns: { language: 0.85, 'victim language': 1 }, harmless: ['spoken', 'other'] },
  {
    field: 'victimInterpreter',
    looks: 'any',
    patterns: { interpreter: 0.9, 'victim interpreter': 1 },
    harmless: ['need', 'needed', 'language', 'other'],
  },
  { field: 'victimAccessNeeds', looks: 'text', patterns: { access: 0.9, 'victim access': 1 }, harmless: ['need', 'other', 'detail'] },
  {
    field: 'safeContactTime',
    looks: 'text',
    patterns: { 'safe time': 0.98, 'contact time': 0.8, 'call time': 0.9 },
    harmless: ['contact', 'call', 'phone', 'victim', 'best', 'date'],
  },
  { field: 'safeToTalkTo', looks: 'any', patterns: { trusted: 0.95 }, harmless: ['who', 'victim', 'other', 'worker', 'contact', 'people'] },
  {
    field: 'notSafeToTalkTo',
    looks: 'any',
    patterns: { untrusted: 0.95 },
    harmless: ['who', 'victim', 'other', 'worker', 'contact', 'people', 'talk', 'call', 'do'],
  },
  { field: 'wants', looks: 'text', patterns: { want: 0.9, 'victim want': 1 }, harmless: hers },
  { field: 'fears', looks: 'text', patterns: { fear: 0.9, 'victim fear': 1 }, harmless: hers },
  { field: 'wasAsked', looks: 'any', patterns: { asked: 0.9, 'victim asked': 1 }, harmless: [...hers, 'want', 'se', 'le'] },
  {
    field: 'knowsOfMeeting',
    looks: 'any',
    patterns: { 'victim aware': 1 },
    harmless: ['meeting', 'referral', 'other', 'about'],
  },
  { field: 'toldBy', looks: 'any', patterns: { 'aware by': 0.85, 'victim aware by': 1 }, harmless: ['who', 'other', 'meeting'] },
  { field: 'codeWord', looks: 'any', patterns: { codeword: 0.95 }, harmless: ['victim', 'safe', 'contact', 'call'] },
  {
    field: 'incidentKind',
    looks: 'any',
    patterns: { 'incident sector': 1, abusekind: 0.9, 'incident level': 0.8 },
    harmless: ['incident', 'last', 'index'],
  },
  {
    field: 'needs',
    looks: 'text',
    patterns: { need: 0.85, 'victim need': 1 },
    harmless: ['other', 'list', 'identified', 'unmet', 'support'],
  },
  ...needPatterns,
  { field: 'arrestOn', looks: 'any', patterns: { 'arrest date': 1, arrest: 0.9 }, harmless: [...his, 'last', 'incident', 'made'] },
  { field: 'chargeOn', looks: 'any', patterns: { 'charge date': 1, charge: 0.85 }, harmless: [...his, 'file'] },
  { field: 'hearingOn', looks: 'any', patterns: { 'hearing date': 1, hearing: 0.8 }, harmless: [...his, 'victim', 'criminal', 'family'] },
  {
    field: 'releaseOn',
    looks: 'any',
    patterns: { 'release date': 1, release: 0.85, 'custody release': 1 },
    harmless: [...his, 'prison', 'jail', 'earliest', 'expected', 'custody'],
  },
  {
    field: 'orderIssuedOn',
    looks: 'any',
    patterns: { 'order date': 1, 'order issued': 1, 'order granted': 1, 'order from': 0.95, order: 0.85 },
    harmless: ['date', 'victim', 'perp', 'other', 'issued', 'granted', 'made', 'civil', 'hearing', 'against', 'start', 'place'],
  },
  { field: 'orderEndsOn', looks: 'date', patterns: { 'order end': 1 }, harmless: ['date', 'victim', 'perp', 'civil', 'hearing', 'on'] },
  { field: 'bailConditions', looks: 'text', patterns: { 'bail condition': 1 }, harmless: his },
  { field: 'bailUntil', looks: 'date', patterns: { 'bail end': 1 }, harmless: his },
  { field: 'bail', looks: 'any', patterns: { bail: 0.85, 'bail date': 0.95 }, harmless: [...his, 'police'] },
  { field: 'noContact', looks: 'any', patterns: { nocontact: 0.9 }, harmless: [...his, 'order', 'victim'] },
  { field: 'gps', looks: 'any', patterns: { gps: 0.95 }, harmless: his },
  { field: 'supervision', looks: 'any', patterns: { supervision: 0.9 }, harmless: his },
  {
    field: 'firearms',
    looks: 'any',
    patterns: { firearm: 0.9 },
    harmless: [...his, 'surrendered', 'surrender', 'removed', 'seized', 'relinquished', 'order'],
  },
  { field: 'programme', looks: 'any', patterns: { programme: 0.95 }, harmless: his },
  {
    field: 'perpetratorAware',
    looks: 'any',
    patterns: { 'perp aware': 1, heknows: 0.9 },
    harmless: ['meeting', 'referral', 'other', 'about', 'perp', 'aware'],
  },
]
