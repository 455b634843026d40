import { z } from 'zod'

// Zod would otherwise try to compile schemas from text, which the content security policy refuses. It tries when the first schema is made,
// so this module stands before all that make one.
z.config({ jitless: true })
