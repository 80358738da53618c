"""LibreOffice as an editor: a few edits, written as a macro of its own profile."""

from __future__ import annotations

from pathlib import Path

_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">{elements}</library:library>
"""
_LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library"
 xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard"
 xlink:href="$(USER)/basic/Standard/{kind}.xlb/" xlink:type="simple" library:link="false"/>
</library:libraries>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits"
 script:language="StarBasic">{code}</script:module>
"""
_BASIC = """
Sub Run
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(ConvertToURL("{source}"), "_blank", 0, hidden())
{edits}
  Dim word(0) As New com.sun.star.beans.PropertyValue
  word(0).Name = "FilterName"
  word(0).Value = "MS Word 2007 XML"
  doc.storeToURL(ConvertToURL("{target}"), word())
  doc.close(True)
End Sub

Sub Replace(doc, before, after)
  search = doc.createReplaceDescriptor()
  search.SearchString = before
  search.ReplaceString = after
  doc.replaceAll(search)
End Sub

Function Find(doc, text)
  paragraphs = doc.Text.createEnumeration()
  Do While paragraphs.hasMoreElements()
    one = paragraphs.nextElement()
    If one.supportsService("com.sun.star.text.Paragraph") Then
      If one.getString() = text Then
        Find = one
        Exit Function
      End If
    End If
  Loop
End Function

Sub InsertAfter(doc, text, added)
  cursor = doc.Text.createTextCursorByRange(Find(doc, text).getEnd())
  doc.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  doc.Text.insertString(cursor, added, False)
End Sub

Sub Delete(doc, text)
  Find(doc, text).dispose()
End Sub
"""


def install(profile: Path, source: Path, target: Path, edits: list[tuple[str, ...]]) -> str:
    """Write the macro for some edits into a profile, and return the address that runs it."""
    calls = "\n".join(
        f"  {name}(doc, {', '.join(f'{chr(34)}{one}{chr(34)}' for one in arguments)})"
        for name, *arguments in edits
    )
    code = _BASIC.format(source=source, target=target, edits=calls)
    code = code.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    basic = profile / "user" / "basic"
    library = basic / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    for kind in ("script", "dialog"):
        elements = '<library:element library:name="Edits"/>' if kind == "script" else ""
        (basic / f"{kind}.xlc").write_text(_LIBRARIES.format(kind=kind), encoding="utf-8")
        (library / f"{kind}.xlb").write_text(_LIBRARY.format(elements=elements), encoding="utf-8")
    (library / "Edits.xba").write_text(_MODULE.format(code=code), encoding="utf-8")
    return "macro:///Standard.Edits.Run"
