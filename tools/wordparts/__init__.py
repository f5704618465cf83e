"""The pieces Word templates are built from: page, styles, text, package. Everything is plain XML text.

Built from nothing rather than from python-docx's default document, whose theme fonts turn Chinese into MS Mincho.
Sizes and places follow GB/T 9704-2012; offices change them in Word, not here.
"""
