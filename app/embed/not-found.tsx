import { readLanguage } from '@/app/_ui/i18n/request'
import { commonTexts } from '@/app/_ui/messages/common'

export default async function EmbedNotFound() {
  const { product, unknownUrl } = commonTexts[await readLanguage()]
  return (
    <main className="grid min-h-dvh place-content-center bg-panel p-4 text-center text-soft">
      <h1 className="font-semibold text-ink text-lead">{unknownUrl.title}</h1>
      <p>
        <a className="link" href="/" target="_blank" rel="noopener">
          {product}
        </a>
      </p>
    </main>
  )
}
