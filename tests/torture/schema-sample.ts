import { z } from 'zod'

type Described = {
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Described[]
  readonly oneOf?: readonly Described[]
  readonly allOf?: readonly Described[]
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly minimum?: number
  readonly properties?: Readonly<Record<string, Described>>
  readonly items?: Described
  readonly prefixItems?: readonly Described[]
}

function stringOf({ format, pattern, minLength = 0 }: Described, name: string): string {
  if (format === 'date-time') return '2026-11-02T18:00:00.000Z'
  // Days are checked by a rule that no JSON schema shows; their fields are called so throughout the contract.
  if (format === 'date' || name.endsWith('On')) return '2026-11-02'
  if (format === 'time' || pattern?.includes(':') === true) return '18:00'
  const digits = /\[0-9a-f\]\{(\d+)\}/.exec(pattern ?? '')?.[1]
  return digits ? '0123456789abcdef'.repeat(8).slice(0, Number(digits)) : 'Invented words'.padEnd(minLength, '.')
}

function valueOf(described: Described, name = ''): unknown {
  if ('const' in described) return described.const
  if (described.enum) return described.enum[0]
  const choices = described.anyOf ?? described.oneOf ?? described.allOf
  if (choices) return valueOf(choices.find(({ type }) => type !== 'null') ?? {}, name)
  switch (described.type) {
    case 'object':
      return Object.fromEntries(Object.entries(described.properties ?? {}).map(([inner, shape]) => [inner, valueOf(shape, inner)]))
    case 'array':
      return described.prefixItems?.map((each) => valueOf(each)) ?? [valueOf(described.items ?? {})]
    case 'string':
      return stringOf(described, name)
    case 'integer':
    case 'number':
      return Math.max(1, described.minimum ?? 1)
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return undefined
  }
}

/**
 * One request that fits a schema, or nearly: what an operation is tried with for which nobody has written down a request yet. A rule that only
 * code knows (a sum, a real date) is not met, which is for the schema to refuse.
 */
export function schemaSample(schema: z.ZodType): unknown {
  return valueOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Described)
}
