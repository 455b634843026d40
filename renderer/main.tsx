import { styleNonce } from './style-nonce.ts'
import './schemas-as-written.ts'
import '@mantine/core/styles.css'
import '@mantine/spotlight/styles.css'
import './base.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { apiKey, call } from './api.ts'
import { followCopies } from './copies-by-hand.ts'
import { Gate } from './frame/gate.tsx'
import { LanguageProvider } from './i18n/language-provider.tsx'
import { keepInside } from './keep-inside.ts'
import { queryClient } from './query-client.ts'
import { colorSchemeInMemory, cssVariables, theme } from './theme.ts'

// Asked while the page is still being set up: the answer is there when the first screen is drawn.
void queryClient.prefetchQuery({ queryKey: apiKey('app.state'), queryFn: () => call('app.state') })

followCopies(document)
keepInside(document)

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeInMemory}
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <LanguageProvider>
          <Gate />
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
