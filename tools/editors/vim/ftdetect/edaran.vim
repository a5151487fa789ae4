autocmd BufNewFile,BufRead *.edaran setfiletype edaran
