<?xml version="1.0" encoding="UTF-8"?>
<!-- Shows a feed of RSS 2.0 or Atom 1.0 as a page. No script, nothing fetched from elsewhere. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:dcterms="http://purl.org/dc/terms/" exclude-result-prefixes="a dc dcterms">
  <xsl:output method="html" encoding="UTF-8" doctype-system="about:legacy-compat"/>

  <xsl:template match="/">
    <xsl:apply-templates select="rss/channel | a:feed"/>
  </xsl:template>

  <xsl:template match="channel | a:feed">
    <html lang="{language | @xml:lang}">
      <head>
        <meta charset="UTF-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:value-of select="title | a:title"/></title>
        <style>
          :root { color-scheme: light dark }
          body { font: 1.05rem/1.6 system-ui, sans-serif; max-width: 44rem; margin: 0 auto; padding: 1rem }
          header { border-bottom: 1px solid #8886; padding-bottom: .5rem }
          h1 { font-size: 1.6rem; line-height: 1.25; margin: .5rem 0 }
          h2 { font-size: 1.15rem; line-height: 1.35; margin: 0 }
          article { padding: 1rem 0; border-bottom: 1px solid #8883 }
          p { margin: .4rem 0; overflow-wrap: anywhere }
          .when, .hint { color: #767676; font-size: .9rem }
          a { color: #0b57d0 } @media (prefers-color-scheme: dark) { a { color: #8ab4f8 } .when, .hint { color: #a0a0a0 } }
        </style>
      </head>
      <body>
        <header>
          <h1><xsl:value-of select="title | a:title"/></h1>
          <p><xsl:value-of select="description | a:subtitle"/></p>
          <p class="hint">RSS / Atom:
            <xsl:value-of select="a:link[@rel='self']/@href"/></p>
        </header>
        <main><xsl:apply-templates select="item | a:entry"/></main>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="item">
    <article>
      <xsl:call-template name="heading">
        <xsl:with-param name="href" select="link"/>
        <xsl:with-param name="title" select="title"/>
      </xsl:call-template>
      <p class="when"><xsl:value-of select="pubDate | dcterms:issued"/>
        <xsl:if test="dc:publisher"> · <xsl:value-of select="dc:publisher"/></xsl:if></p>
      <p><xsl:value-of select="description"/></p>
    </article>
  </xsl:template>

  <xsl:template match="a:entry">
    <article>
      <xsl:call-template name="heading">
        <xsl:with-param name="href" select="a:link[@rel='alternate']/@href"/>
        <xsl:with-param name="title" select="a:title"/>
      </xsl:call-template>
      <p class="when"><xsl:value-of select="a:published | dcterms:issued"/>
        <xsl:if test="dc:publisher"> · <xsl:value-of select="dc:publisher"/></xsl:if></p>
      <p><xsl:value-of select="a:summary"/></p>
    </article>
  </xsl:template>

  <xsl:template name="heading">
    <xsl:param name="href"/>
    <xsl:param name="title"/>
    <h2>
      <xsl:choose>
        <!-- Only addresses of the web are followed from here. -->
        <xsl:when test="starts-with($href, 'https://') or starts-with($href, 'http://')">
          <a href="{$href}"><xsl:value-of select="$title"/></a>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="$title"/></xsl:otherwise>
      </xsl:choose>
    </h2>
  </xsl:template>
</xsl:stylesheet>
