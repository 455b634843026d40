import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { router } from '../router.tsx'
import { NamesProvider } from './names-provider.tsx'

/** Everything behind the lock. It is a part of its own that is loaded after the lock screen, which so stands there the sooner. */
export function Records({ startsAt }: { readonly startsAt: 'home' | 'import' }) {
  useEffect(() => {
    if (startsAt === 'import') void router.navigate({ to: '/cases/import', search: { kind: 'referrals' } })
    // Behind the next unlock is the first page, whatever was shown before.
    return () => router.history.replace('/')
  }, [startsAt])
  return (
    <NamesProvider>
      <RouterProvider router={router} />
    </NamesProvider>
  )
}
