import type { Api } from '#contract'
import { createRoot } from 'react-dom/client'

declare global {
  interface Window {
    readonly caseboard: Api
  }
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<p>Caseboard</p>)
void window.caseboard.app.state().then((reply) => {
  document.body.dataset['state'] = JSON.stringify(reply)
})
