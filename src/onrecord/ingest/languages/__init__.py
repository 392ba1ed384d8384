"""Which language is a page, and each part of it, in?"""
