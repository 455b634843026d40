import { type PlaceAbroad, placeAbroad, type PlaceFacts, syncMarkers } from '#domain/data-place.ts'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** Where Windows says that OneDrive keeps its folders, whatever they are called. */
const oneDriveVariables = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'] as const

/** Looks whether a folder lies in a synchronised or network place: by its own path and by the one that links on it lead to. */
export function lookAtPlace(folder: string, environment: Environment = process.env): PlaceAbroad | null {
  const known = { mounts: mounts(), roots: rootsOf(environment) }
  for (const path of new Set([folder, realPathOf(folder)])) {
    const found = placeAbroad({ path, markers: markersAbove(path), ...known })
    if (found !== null) return found
  }
  return null
}

/** The path without links; of a folder that is not there yet, that of the nearest one above it that is. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const above = dirname(path)
    return above === path ? path : join(realPathOf(above), path.slice(above.length))
  }
}

function markersAbove(path: string): readonly string[] {
  const found = syncMarkers.filter((name) => existsSync(join(path, name)))
  const above = dirname(path)
  return above === path ? found : [...found, ...markersAbove(above)]
}

function rootsOf(environment: Environment): PlaceFacts['roots'] {
  return oneDriveVariables.flatMap((name) => {
    const path = environment[name] ?? ''
    return path === '' ? [] : [{ service: 'OneDrive' as const, path }]
  })
}

/** What is mounted where, as Linux lists it; spaces are written as octal numbers there. */
function mounts(): PlaceFacts['mounts'] {
  try {
    return readFileSync('/proc/self/mounts', 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [, at, type] = line.split(' ')
        return at === undefined || type === undefined
          ? []
          : [{ at: at.replaceAll(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))), type }]
      })
  } catch {
    return []
  }
}
